/** What the rest of the project sees of the Node.js front-end. */
export { createNodeFrontend } from './frontend.js';
