package mien.app.canvas.tool.face;

import javafx.scene.image.Image;
import mien.app.pixels.PictureImage;
import mien.engine.edit.FaceMark;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/** A face cut out of its picture, small and square. */
final class FaceCrop {

    private FaceCrop() {}

    /**
     * @param side of the image, pixels
     */
    static Image of(Picture picture, FaceMark.Box box, int side) {
        double half = Math.max(box.right() - box.left(), box.bottom() - box.top()) / 2;
        int size = (int) Math.min(Math.min(picture.width(), picture.height()), 2 * Math.ceil(half));
        int x = within((box.left() + box.right()) / 2 - size / 2.0, picture.width() - size);
        int y = within((box.top() + box.bottom()) / 2 - size / 2.0, picture.height() - size);
        Picture face = picture.cropped(new Region(x, y, Math.max(1, size), Math.max(1, size)));
        return PictureImage.still(face.resized(side, side));
    }

    private static int within(double at, int most) {
        return (int) Math.max(0, Math.min(most, Math.round(at)));
    }
}
