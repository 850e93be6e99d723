/** A small editing system and a workshop without networks, to test the window with. */
package mien.app.toy;
