/**
 * What keys ask for: tables of actions with their gestures ({@link mien.app.keys.KeyTable}), the
 * map with the artist's own changes and its conflicts ({@link mien.app.keys.KeyMap}), who listens
 * ({@link mien.app.keys.KeyRouter}), and the sheet that shows and changes it all.
 */
package mien.app.keys;
