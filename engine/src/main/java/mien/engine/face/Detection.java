package mien.engine.face;

/**
 * A face as the detector sees it.
 *
 * @param box in picture pixels
 * @param score how sure it is, 0 to 1
 */
public record Detection(FaceBox box, double score) {}
