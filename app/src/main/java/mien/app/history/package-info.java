/**
 * What was chosen before: undo and redo of specs, with the results that were already seen, bounded
 * in bytes. Begin with {@link mien.app.history.SpecHistory}.
 */
package mien.app.history;
