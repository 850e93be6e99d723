package mien.engine.train;

import mien.engine.face.FaceParts;

/**
 * Where an error of denoising counts more than elsewhere. Whatever lies outside the face is the
 * target's in a finished swap, and the pupils, on which the gaze hangs, are a few dozen pixels.
 *
 * @param face how many times as much a pixel of the face counts as one beside it; published: 1
 * @param eyes the same of the eyes' pixels; published: 1
 */
public record Emphasis(double face, double eyes) {

    private static final int LEFT_EYE = 4; // of the parser's classes
    private static final int RIGHT_EYE = 5;

    public Emphasis {
        if (!(face > 0 && eyes > 0)) {
            throw new IllegalArgumentException(
                    "'face' and 'eyes' of 'emphasis' are above 0; got %s and %s."
                            .formatted(face, eyes));
        }
    }

    /**
     * The weight of every pixel, 1 on average over the picture, so that pictures count alike.
     *
     * @param classes the parser's class of every pixel [side²]
     * @param to the side or a whole fraction of it
     * @return [to²]
     */
    float[] of(byte[] classes, int to) {
        int side = (int) Math.round(Math.sqrt(classes.length));
        int f = side / to;
        float[] weights = new float[to * to];
        for (int i = 0; i < classes.length; i++) {
            weights[i / side / f * to + i % side / f] += (float) of(classes[i]);
        }
        even(weights, 0, weights.length);
        return weights;
    }

    /** Makes a picture's weights 1 on average. */
    static void even(float[] weights, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
        }
        float by = (float) ((to - from) / sum);
        for (int i = from; i < to; i++) {
            weights[i] *= by;
        }
    }

    private double of(byte kind) {
        if (kind == LEFT_EYE || kind == RIGHT_EYE) {
            return eyes;
        }
        return FaceParts.FACE.contains((int) kind) ? face : 1;
    }
}
