/**
 * Work beside the window. {@link mien.app.job.Jobs} says where work runs and is injected, so that
 * view-models are tested without a toolkit; {@link mien.app.job.LatestStatus} carries values
 * between threads, newest wins; {@link mien.app.job.Workshop} is what the window needs of the
 * engine.
 *
 * <p>Only {@link mien.app.job.ToolkitJobs} talks to the toolkit's thread, and only this package
 * starts threads.
 */
package mien.app.job;
