package mien.engine.world;

/**
 * What time and chance leave on skin, and what is put on it; all from 0 (none) to 1 (much).
 *
 * @param age lines and folds
 * @param freckles on nose and cheeks
 * @param moles number of moles
 * @param beard length of the beard on jaw and chin
 * @param moustache length of the hair on the upper lip
 * @param stubble short dots of beard
 * @param brows how thick the brows are
 * @param makeup eye line and shadow
 * @param shine how oily the skin is
 */
public record Marks(
        float age,
        float freckles,
        int moles,
        float beard,
        float moustache,
        float stubble,
        float brows,
        float makeup,
        float shine) {}
