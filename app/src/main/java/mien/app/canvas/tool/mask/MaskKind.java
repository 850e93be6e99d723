package mien.app.canvas.tool.mask;

/** What the pointer does to a mask; its words have the key {@code mask.kind.<id>}. */
public enum MaskKind {
    BRUSH("brush"),
    ERASER("eraser"),
    LASSO("lasso"),
    RECTANGLE("rectangle"),
    FILL("fill");

    private final String id;

    MaskKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether it paints with the brush. */
    public boolean brushes() {
        return this == BRUSH || this == ERASER;
    }
}
