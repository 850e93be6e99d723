package mien.engine.face;

/** An upright rectangle around a face, in picture pixels. */
public record FaceBox(double left, double top, double right, double bottom) {
    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }
}
