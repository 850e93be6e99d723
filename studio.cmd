@echo off
rem Mien, from a clone, on Windows: builds when .studio\java.args is missing (delete it to build again), then opens the
rem window or, with a verb, works without one.
setlocal
cd /d "%~dp0"
where javac >nul 2>nul || (echo Mien needs a JDK, 17 or newer, and Maven on the PATH.& exit /b 2)
where mvn >nul 2>nul || (echo Mien needs Maven on the PATH.& exit /b 2)
if not exist .studio mkdir .studio
if not exist .studio\java.args (
  echo Building Mien ...
  call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package dependency:build-classpath "-Dmdep.outputFile=%CD%\.studio\classpath" -Dmdep.includeScope=runtime || exit /b 2
  powershell -NoProfile -Command "$cp = (Get-Content .studio\classpath -Raw).Trim(); $app = (Get-Item app\target\mien-app-*.jar).FullName; ('-cp \"' + ($app + ';' + $cp).Replace('\','\\') + '\"'), '-Xmx3g', '-Dai.djl.offline=true', '-DOPT_OUT_TRACKING=true', '-Dfile.encoding=UTF-8' | Set-Content -Encoding ascii .studio\java.args" || exit /b 2
)
set OMP_WAIT_POLICY=PASSIVE
if "%~1"=="" (
  java @.studio\java.args "-Dmien.models=%CD%\models" mien.app.Main
) else (
  java @.studio\java.args "-Dmien.models=%CD%\models" mien.engine.cli.Main %*
)
exit /b %ERRORLEVEL%
