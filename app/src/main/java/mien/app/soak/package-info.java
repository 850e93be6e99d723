/**
 * Proves by killing it that the studio loses nothing. {@link mien.app.soak.DocumentSoak} starts a
 * scripted session without a window again and again, {@link mien.app.soak.WindowSoak} the window
 * itself; {@link mien.app.soak.Killer} ends them with SIGKILL at random moments and looks at what
 * is left. {@code packaging/soak-documents.sh} and {@code packaging/soak-window.sh} run them.
 */
package mien.app.soak;
