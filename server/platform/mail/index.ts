export { isMailSent, type Letter, NotSent, send } from "./send";
