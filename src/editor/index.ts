/** The audit of one file at a time, for those who show findings while code is written. */
export { openEditorProject, type EditorOptions, type EditorProject, type FileFindings } from './editor-project.js';
