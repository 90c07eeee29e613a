export { isMailSent, NotSent, send } from "./send";
