/**
 * The words of the window, in the person's language. {@link mien.app.text.Texts} finds them; they
 * stand in the resource bundles of {@code ui-resources}.
 */
package mien.app.text;
