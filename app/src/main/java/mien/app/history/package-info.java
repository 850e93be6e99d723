/** What was chosen before: undo and redo of specs, with the results that were already seen. */
package mien.app.history;
