<?php
// Cálculo de la cuota del gimnasio cuando el socio cambia de tarifa a mitad de mes
// OJO: el precio es por mes natural, se cobra por adelantado el día 1

$TARIFAS = array(
    'basica'   => 24.90,
    'manana'   => 18.50,
    'completa' => 39.00,
    'familia'  => 62.00,
);
$IVA = 21;
$total_dias_pausa = 0;

// días que le quedan al mes contando el de hoy
function diasRestantes($ts) {
    return (int)date('t', $ts) - (int)date('j', $ts) + 1;
}

// las pausas (lesión, vacaciones) no se cobran, pero solo a partir del octavo día seguido
function diasPausa($pausas, $desde, $hasta) {
    global $total_dias_pausa;
    $n = 0;
    foreach ($pausas as $p) {
        list($a, $b) = explode('/', $p);
        $a = max(strtotime($a), $desde);
        $b = min(strtotime($b), $hasta);
        if ($b < $a) continue;
        $d = (int)round(($b - $a) / 86400) + 1;
        if ($d > 7) $n += $d - 7;
    }
    $total_dias_pausa += $n;
    return $n;
}

function cambio($vieja, $nueva, $pausas, $alta, $hoy = null) {
    global $TARIFAS, $IVA;
    if ($hoy === null) $hoy = strtotime(date('Y-m-d'));
    $t = (int)date('t', $hoy);
    $r = diasRestantes($hoy);
    $fin = strtotime(date('Y-m-t', $hoy));
    $ini = strtotime(date('Y-m-01', $hoy));

    // lo que ya pagó y no va a usar
    $abono = $TARIFAS[$vieja] * $r / $t;
    // lo que le toca de la nueva
    $cargo = $TARIFAS[$nueva] * max(0, $r - diasPausa($pausas, $hoy, $fin)) / $t;
    // devolución de pausas ya disfrutadas este mes
    $dev = $TARIFAS[$vieja] * diasPausa($pausas, $ini, $hoy - 86400) / $t;

    // antigüedad: 1% por año completo, máximo 10%
    $anios = (int)date('Y', $hoy) - (int)date('Y', strtotime($alta));
    if (date('md', $hoy) < date('md', strtotime($alta))) $anios--;
    $dto = min(10, max(0, $anios));
    $cargo = $cargo * (100 - $dto) / 100;

    $neto = $cargo - $abono - $dev;
    // bajar de tarifa tiene penalización, salvo de familia a completa
    if ($TARIFAS[$nueva] < $TARIFAS[$vieja] && !($vieja == 'familia' && $nueva == 'completa')) {
        $neto += 5;
    }
    // echo "DEBUG $abono $cargo $dev\n";
    // el IVA va incluido en el precio, hay que sacarlo
    $base = round($neto / (1 + $IVA / 100), 2);
    return array('neto' => round($neto, 2), 'base' => $base, 'iva' => round($neto - $base, 2), 'dto' => $dto, 'dias' => $r);
}

// --- página ---
$vieja = isset($_GET['de']) ? $_GET['de'] : (isset($argv[1]) ? $argv[1] : 'basica');
$nueva = isset($_GET['a']) ? $_GET['a'] : (isset($argv[2]) ? $argv[2] : 'completa');
$alta  = isset($_GET['alta']) ? $_GET['alta'] : '2019-03-15';
$pausas = isset($_GET['pausa']) ? explode(',', $_GET['pausa']) : array();
if (!isset($TARIFAS[$vieja]) || !isset($TARIFAS[$nueva])) die('Tarifa desconocida');

$c = cambio($vieja, $nueva, $pausas, $alta);
?>
<h2>Cambio de tarifa</h2>
<p><?= htmlspecialchars($vieja) ?> &rarr; <?= htmlspecialchars($nueva) ?>, quedan <?= $c['dias'] ?> d&iacute;as</p>
<?php if ($c['neto'] >= 0): ?>
<p>A pagar: <b><?= number_format($c['neto'], 2, ',', '.') ?> &euro;</b> (IVA <?= number_format($c['iva'], 2, ',', '.') ?>)</p>
<?php else: ?>
<p>A devolver: <b><?= number_format(-$c['neto'], 2, ',', '.') ?> &euro;</b></p>
<?php endif; ?>
