/**
 * All edits under way in one list: what runs, what waits, what failed. {@link
 * mien.app.queue.Ledger} stands between the window and the engine and writes every edit down;
 * {@link mien.app.queue.QueueView} shows it.
 */
package mien.app.queue;
