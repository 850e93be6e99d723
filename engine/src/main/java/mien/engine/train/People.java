package mien.engine.train;

import java.io.IOException;

/** Drawn people to learn from; the collection grows while it is read. */
interface People extends AutoCloseable {

    /** How many pictures from the first on are there. */
    int complete();

    /** How many there will be. */
    int capacity();

    @Override
    void close() throws IOException;
}
