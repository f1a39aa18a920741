/** The part of pngjs that the tests use; it brings no types. */
declare module 'pngjs' {
  interface Picture {
    readonly width: number;
    readonly height: number;
    readonly data: Uint8Array;
  }
  export const PNG: { readonly sync: { read(file: Uint8Array): Picture } };
}
