/** Where the desk is found on loopback unless told otherwise. */
export const defaultPort = 5178;
