/** Of the environment, what a program that a test starts needs, and nothing else: where programs are, and what Node has compiled. */
export const environment = { PATH: process.env.PATH ?? "", NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "" };
