package mien.app.canvas;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import mien.app.pixels.PictureImage;
import mien.engine.picture.Region;

/** A picture and what is worked on over a part of it, seen through a window of the view. */
final class PictureLayers extends Parent {

    private final PictureImage image;
    private final TileLayer whole;
    private final TileLayer patch;
    private final Rectangle window = new Rectangle();

    /**
     * @param lay asks for a layout, since another picture came
     */
    PictureLayers(PictureImage image, Runnable lay) {
        this.image = image;
        whole = new TileLayer(lay);
        patch = new TileLayer(lay);
        setMouseTransparent(true);
        setClip(window);
        getChildren().addAll(whole, patch);
        image.imageProperty().subscribe(i -> whole.show(Optional.of(i)));
        image.patchProperty()
                .subscribe(
                        p -> {
                            patch.show(p.map(PictureImage.Patch::image));
                            lay.run();
                        });
    }

    /**
     * @param picture the canvas's size in its own pixels
     */
    void lay(Viewport viewport, Viewport.Size picture, Bounds seen, boolean sharp, double density) {
        window.setX(seen.getMinX());
        window.setY(seen.getMinY());
        window.setWidth(seen.getWidth());
        window.setHeight(seen.getHeight());
        Bounds all = new BoundingBox(0, 0, picture.width(), picture.height());
        whole.lay(viewport, all, seen, sharp, density);
        Bounds part = image.patchProperty().get().map(p -> bounds(p.place())).orElse(all);
        patch.lay(viewport, part, seen, sharp, density);
    }

    private static Bounds bounds(Region r) {
        return new BoundingBox(r.x(), r.y(), r.width(), r.height());
    }
}
