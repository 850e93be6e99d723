/**
 * The studio's window. {@link mien.app.Main} starts it. It sees the engine through its door and
 * what editing systems say of themselves; it names no system and touches no tensor.
 */
package mien.app;
