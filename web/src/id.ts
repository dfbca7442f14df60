/** An id that sorts by the time at which it was made; what is sent twice under one id is stored once. */
export { v7 as newId } from "uuid";
