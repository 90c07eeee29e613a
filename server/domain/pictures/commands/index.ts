export { addPicture, askToAdd } from "./add";
export { erasePictures } from "./tidy";
