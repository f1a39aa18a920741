import { Module } from '@medusajs/framework/utils';
import { UPSELL, UpsellService } from './service.js';

export default Module(UPSELL, { service: UpsellService });
