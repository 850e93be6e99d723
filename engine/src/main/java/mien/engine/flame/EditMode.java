package mien.engine.flame;

/** What one portrait may take from another. */
public enum EditMode {
    /** The head's rotation. */
    POSE,
    /** The 27 light numbers. */
    LIGHT,
    /** Expression coefficients and the jaw's rotation. */
    EXPRESSION,
    /** Nothing of the code: hair, glasses and background, which the latent code carries. */
    LATENT
}
