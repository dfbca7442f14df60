// What the server sends and takes, field for field as its structs are: whoever changes a struct finds its mirror here.

export * from "./types/body";
export * from "./types/check-in";
export * from "./types/guidance";
export * from "./types/home";
export * from "./types/plan";
export * from "./types/progress";
export * from "./types/session";
export * from "./types/shared";
