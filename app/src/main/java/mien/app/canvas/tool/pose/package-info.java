/**
 * The figure of 18 joints on the canvas: {@link mien.app.canvas.tool.pose.PoseModel} is what can be
 * done to it, {@link mien.app.canvas.tool.pose.PoseTool} does it with the pointer and {@link
 * mien.app.canvas.tool.pose.JointList} with the keyboard and a screen reader.
 */
package mien.app.canvas.tool.pose;
