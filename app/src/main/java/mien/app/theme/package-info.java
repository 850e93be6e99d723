/**
 * How the window looks: {@link mien.app.theme.Themes} puts style sheets on a scene (all colours,
 * fonts and sizes stand there), {@link mien.app.theme.Buttons} makes the buttons every panel uses.
 */
package mien.app.theme;
