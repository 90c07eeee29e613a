/** What pictures may be, for those who choose one and for the field itself. */
export const accepted = "image/jpeg,image/png,image/gif,image/webp,image/avif";
