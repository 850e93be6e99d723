package mien.engine.world;

/**
 * How someone's hair looks.
 *
 * @param style how it is worn
 * @param rgb its colour, 0 to 1 [3]
 * @param colourName a word for the colour
 * @param volume thickness over the skull, about 0.7 to 1.4
 * @param wave 0 straight, 1 curly
 * @param length how long it hangs, about 0.8 to 1.2 of the style's length
 * @param part where it parts: -1 far right … 1 far left
 * @param hairline height of the hairline over the usual one, centimetres
 */
public record Hair(
        HairStyle style,
        float[] rgb,
        String colourName,
        float volume,
        float wave,
        float length,
        float part,
        float hairline) {}
