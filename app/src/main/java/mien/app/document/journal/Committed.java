package mien.app.document.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import mien.app.document.DocumentState;

/**
 * A state that the person settled on.
 *
 * @param revision counts the commits of a session
 * @param clean whether the document's file holds it, so that nothing is lost when the session is
 * @param file the document's file, if it has one
 * @param at when
 */
public record Committed(
        DocumentState state, long revision, boolean clean, Optional<Path> file, Instant at) {}
