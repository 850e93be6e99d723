package mien.engine.picture.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import mien.engine.picture.Picture;
import mien.engine.picture.WriteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large pictures are written row by row: what is allocated does not grow with their height. */
class BigPicturesTest {
    private static final int SIDE = Integer.getInteger("mien.export.side", 2048);
    private static final long MOST = 8L << 20;

    @TempDir private Path folder;

    private static long allocated(Runnable work) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void noCopyOfThePixelsIsMade() {
        Picture big = Pictures.ramp(SIDE, SIDE);
        Provenance edit = Provenance.edit("Mien", "s", "1");
        for (String ending : List.of("png", "tif")) {
            Path file = folder.resolve("a." + ending);
            long bytes = allocated(() -> Export.flat(big, edit, file));
            assertTrue(bytes < MOST, ending + " took " + bytes);
        }
        LayeredPicture layers =
                new LayeredPicture(
                        SIDE, SIDE, List.of(Layer.of("below", big), Layer.of("above", big)));
        Path psd = folder.resolve("a.psd");
        long bytes = allocated(() -> Export.psd(layers, edit, psd, WriteProgress.NONE));
        assertTrue(bytes < MOST, "psd took " + bytes);
        Path ora = folder.resolve("a.ora");
        bytes = allocated(() -> Export.openRaster(layers, edit, ora, WriteProgress.NONE));
        assertTrue(bytes < MOST, "ora took " + bytes);
        assertEquals(SIDE, Picture.read(folder.resolve("a.png")).width());
    }
}
