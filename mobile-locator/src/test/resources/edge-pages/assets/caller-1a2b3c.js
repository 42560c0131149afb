export const page = "caller";
