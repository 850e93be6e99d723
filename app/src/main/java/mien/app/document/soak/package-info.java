/**
 * Proves by killing it that the studio loses nothing: {@link mien.app.document.soak.DocumentSoak}
 * starts a scripted session again and again, ends it with SIGKILL at random moments, and looks at
 * what is left. {@code packaging/soak-documents.sh} runs it.
 */
package mien.app.document.soak;
