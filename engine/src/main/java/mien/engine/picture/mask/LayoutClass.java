package mien.engine.picture.mask;

/**
 * One of the things a layout tells apart.
 *
 * @param id 0 to 255
 * @param name such as {@code hair}
 * @param rgb the colour it is shown and stored in, 0xRRGGBB
 */
public record LayoutClass(int id, String name, int rgb) {

    public LayoutClass {
        if (id < 0 || id > 255 || name.isBlank() || rgb < 0 || rgb > 0xffffff) {
            throw new IllegalArgumentException(
                    "a class needs an id of 0 to 255, a name and a colour, but got %d, '%s', %x"
                            .formatted(id, name, rgb));
        }
    }
}
