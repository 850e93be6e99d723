package mien.app.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;

class PictureImageTest {

    private static final Region PLACE = new Region(10, 10, 50, 50);

    /** The drawing thread works when the test says so. */
    private static final class Slow implements Jobs {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public Executor window() {
            return Runnable::run;
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }

        @Override
        public Executor drawing() {
            return waiting::add;
        }

        @Override
        public Ongoing after(Duration pause, Runnable action) {
            return Ongoing.NOTHING;
        }

        void draw() {
            while (!waiting.isEmpty()) {
                waiting.poll().run();
            }
        }
    }

    private final Slow jobs = new Slow();
    private final PictureImage image = new PictureImage(jobs);
    private final List<Picture> shown = new ArrayList<>();

    private static Picture picture(int side) {
        return Picture.filled(side, side, 0xff000000 | side);
    }

    @Test
    void onlyTheNewestOfManyPicturesArrives() {
        image.whenShown(shown::add);
        Picture last = picture(300);
        image.show(picture(200));
        image.show(picture(250));
        image.show(last);
        jobs.draw();
        assertEquals(List.of(last), shown);
        assertEquals(300, image.imageProperty().get().width());
    }

    @Test
    void aPictureOfTheSameSizeTakesTheSameTiles() {
        image.show(picture(300));
        jobs.draw();
        TiledImage tiles = image.imageProperty().get();
        image.show(Picture.filled(300, 300, 0xff123456));
        jobs.draw();
        assertSame(tiles, image.imageProperty().get());
        assertEquals(1, tiles.changes().get());
        image.show(picture(301));
        jobs.draw();
        assertNotSame(tiles, image.imageProperty().get());
    }

    @Test
    void aPartLiesOverTheWholeUntilTheNextWholePicture() {
        image.show(picture(300));
        image.show(picture(64), PLACE);
        jobs.draw();
        assertEquals(
                Optional.of(PLACE), image.patchProperty().get().map(PictureImage.Patch::place));
        assertEquals(300, image.imageProperty().get().width(), "the whole came as well");
        image.show(picture(300));
        jobs.draw();
        assertTrue(image.patchProperty().get().isEmpty());
    }

    @Test
    void aPartThatComesAfterANewerWholePictureIsLate() {
        image.show(picture(300));
        image.show(picture(64), PLACE);
        image.show(picture(310)); // takes the place of the first one, before the part
        jobs.draw();
        assertEquals(310, image.imageProperty().get().width());
        assertTrue(image.patchProperty().get().isEmpty());
    }

    @Test
    void whatIsClearedIsLetGoAlsoWhatIsOnItsWay() {
        image.show(picture(300));
        jobs.draw();
        image.show(picture(310));
        image.clear();
        jobs.draw();
        assertEquals(1, image.imageProperty().get().width());
        image.show(picture(320));
        jobs.draw();
        assertEquals(320, image.imageProperty().get().width());
    }

    @Test
    void aPreparedPictureIsSeenAtOnceAndWhatWasAskedForBeforeIsLate() {
        image.whenShown(shown::add);
        Picture older = picture(300);
        Picture prepared = picture(310);
        image.show(older);
        image.prepare(prepared);
        assertEquals(1, image.imageProperty().get().width(), "it was not asked for yet");
        image.show(prepared);
        assertEquals(List.of(prepared), shown);
        assertEquals(310, image.imageProperty().get().width());
        jobs.draw();
        assertEquals(List.of(prepared), shown);
        image.show(older);
        jobs.draw();
        assertEquals(List.of(prepared, older), shown, "another one still comes");
    }
}
