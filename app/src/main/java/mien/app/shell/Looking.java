package mien.app.shell;

import java.util.Optional;
import java.util.OptionalDouble;
import mien.app.canvas.CanvasView;
import mien.app.document.View;
import mien.engine.edit.EditSystem;

/** How a document says what the canvas shows. */
final class Looking {

    private Looking() {}

    /**
     * @param room the one that is entered
     */
    static View view(CanvasView.Sight sight, Optional<EditSystem<?>> room) {
        return new View(
                sight.scale().orElse(0),
                sight.x(),
                sight.y(),
                sight.angle(),
                sight.mirrored(),
                room.map(EditSystem::id));
    }

    static CanvasView.Sight at(View view) {
        return new CanvasView.Sight(
                view.scale() > 0 ? OptionalDouble.of(view.scale()) : OptionalDouble.empty(),
                view.x(),
                view.y(),
                view.turn(),
                view.mirrored());
    }
}
