/**
 * The figure of 18 joints: its order, edits that return a new figure, its files and a shelf of
 * poses. Plain numbers in picture coordinates; nothing is drawn here. Start at {@link
 * mien.engine.picture.pose.Skeleton}, then {@link mien.engine.picture.pose.PoseFile}.
 */
package mien.engine.picture.pose;
