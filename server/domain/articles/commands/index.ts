export { askAgain } from "./again";
export { askNextArticle, forgetArticles } from "./ask";
export { findLinks } from "./links";
