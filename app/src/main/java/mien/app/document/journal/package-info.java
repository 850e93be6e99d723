/**
 * What was done and not saved yet. Each window that changes a document has a {@link
 * mien.app.document.journal.Session}: a folder of its own in the person's state folder, locked
 * while the window lives, with a {@link mien.app.document.journal.JournalFile} of committed states
 * and their pictures by content hash. {@link mien.app.document.journal.Recovery} finds the sessions
 * of windows that are gone.
 */
package mien.app.document.journal;
