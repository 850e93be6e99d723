/**
 * Documents: one {@code .mien} file holds a picture, a stack of edits that can be taken back, the
 * results, marks and the view. {@link mien.app.document.DocumentState} is what a document says,
 * {@link mien.app.document.DocumentFile} puts it into a file, {@link
 * mien.app.document.DocumentViewModel} is the open document of a window; {@code journal} keeps what
 * was not saved yet.
 *
 * <p>No class here knows an editing system: specs are saved and restored by their own.
 */
package mien.app.document;
