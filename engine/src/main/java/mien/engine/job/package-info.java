/**
 * Edits as jobs: one worker thread per device takes them in turn; each can be cancelled at once and
 * tells how far it is. The only package that starts threads.
 *
 * <p>Start with {@link mien.engine.job.JobQueue}; a person's side of a job is {@link
 * mien.engine.job.Job}, the algorithm's side is {@link mien.engine.edit.Run}, and {@link
 * mien.engine.job.Networks} keeps loaded weights.
 */
package mien.engine.job;
