export { picturesOf } from "./own";
export { pictureByName } from "./one";
export { roomForPictures } from "./room";
