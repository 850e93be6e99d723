/**
 * Layers: functions of one array that hold their weights. A network's constructor lists them under
 * the checkpoint's own keys; its {@code forward} lists the equations. Start with {@link
 * mien.engine.nn.Layers}.
 */
package mien.engine.nn;
