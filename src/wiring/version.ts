/** Lifeboat's version. A test holds it equal to package.json, which the bundle does not carry. */
export const version = '0.1.0'
