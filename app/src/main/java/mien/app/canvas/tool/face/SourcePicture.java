package mien.app.canvas.tool.face;

import java.util.List;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;

/**
 * Another picture whose faces can be given.
 *
 * @param name what it is called
 * @param spec what was found in it
 * @param faces in it, from left to right
 */
public record SourcePicture<S extends EditSpec>(String name, S spec, List<FaceMark> faces) {

    public SourcePicture {
        faces = List.copyOf(faces);
    }
}
