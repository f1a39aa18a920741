import { defineConfig } from '@medusajs/framework/utils';

const { env } = process;

export default defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    databaseDriverOptions: { ssl: false },
    // The page is served from the shop's own address, so no other origin may call.
    http: {
      storeCors: '',
      adminCors: '',
      authCors: '',
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
    },
  },
  modules: [
    {
      resolve: './src/modules/upsell',
      options: {
        accountId: env.ROKT_ACCOUNT_ID,
        apiKey: env.ROKT_API_KEY,
        tagId: env.ROKT_TAG_ID,
        baseUrl: env.ROKT_BASE_URL,
        webhookSecret: env.UPSELL_WEBHOOK_SECRET,
      },
    },
  ],
});
