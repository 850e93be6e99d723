package mien.app.prefs;

/** How the window looks. */
public enum ThemeChoice {
    /** As the computer is set. */
    SYSTEM,
    DARK,
    LIGHT
}
