@echo off
rem Makes packaging\target\Mien-VERSION.msi on Windows from the package that 'mvn -Ppackage package' made there; needs a
rem JDK 17 or newer and the WiX Toolset 3 on the PATH. UNTRIED: written from jpackage's manual, never run.
setlocal
cd /d "%~dp0.."
where jpackage >nul 2>nul || (echo jpackage is missing: put a JDK 17 or newer on the PATH.& exit /b 2)
where light >nul 2>nul || (echo light is missing: put the WiX Toolset 3 on the PATH.& exit /b 2)
if not exist packaging\target\image\Mien (echo There is no package yet: 'mvn -Ppackage package' makes it.& exit /b 2)
for /f %%v in ('powershell -NoProfile -Command "([xml](Get-Content pom.xml)).project.version -replace '-.*',''"') do set VERSION=%%v
jpackage --type msi @packaging\desktop\installer.args --app-version %VERSION% --icon packaging\target\icons\Mien.ico ^
  --win-per-user-install --win-dir-chooser --win-menu --win-menu-group Mien --win-shortcut ^
  --win-upgrade-uuid 5d7a2f5e-8f0a-4d0e-9a51-6a3b7d1f0c42 || exit /b 1
dir packaging\target\*.msi
