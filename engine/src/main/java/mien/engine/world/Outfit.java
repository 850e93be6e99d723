package mien.engine.world;

/**
 * What someone wears; colours are red, green, blue from 0 to 1.
 *
 * @param garment on the upper body
 * @param pattern of its cloth
 * @param first main colour of the cloth [3]
 * @param second the pattern's colour [3]
 * @param colourName a word for the main colour
 * @param scale size of the pattern, about 0.7 to 1.4
 * @param headwear on the head
 * @param headColour its colour [3]
 * @param glasses before the eyes
 * @param frameColour colour of their frame [3]
 * @param earrings whether there are earrings
 * @param build width of the shoulders, about 0.88 to 1.12
 */
public record Outfit(
        Garment garment,
        Pattern pattern,
        float[] first,
        float[] second,
        String colourName,
        float scale,
        Headwear headwear,
        float[] headColour,
        Glasses glasses,
        float[] frameColour,
        boolean earrings,
        float build) {}
