const zh = {
  title: '入场卡', loading: '正在取班级的网址……', failed: '取不到班级的网址，请先打开控制台。', settings: '打印设置', paper: '纸张', a4: 'A4，每页一张', a5: 'A5，每页一张', cards: 'A4，每页四张小卡', language: '语言', back: '回到控制台', print: '打印',
  wifiName: 'Wi-Fi 名称', wifiPassword: 'Wi-Fi 密码', hidden: '隐藏的网络', wifiHint: '只留在这个浏览器里，不会出现在投影上。不填就不印 Wi-Fi 二维码。', showPassword: '在卡片上印出密码',
  card: {
    wifi: '连上 Wi-Fi', wifiName: '名称', wifiPassword: '密码', open: '不用密码', join: '进入课堂', or: '或在浏览器输入', stay: '提示“无法上网”时，选择继续使用。', scan: '用微信或相机扫码，或在浏览器输入', code: '课堂号码',
    steps: ['连上教室 Wi-Fi，提示“无法上网”时选择继续使用。', '用微信或相机扫码，也可以在浏览器输入网址。', '写上名字，选好小组，就进来了。'],
    qrWifi: 'Wi-Fi 的二维码', qrJoin: '加入课堂的二维码',
  },
}

const en: typeof zh = {
  title: 'Join cards', loading: 'Fetching the class’s address…', failed: 'The class’s address could not be fetched. Open the console first.', settings: 'Print', paper: 'Paper', a4: 'A4, one a page', a5: 'A5, one a page', cards: 'A4, four small cards', language: 'Language', back: 'Back to the console', print: 'Print',
  wifiName: 'Wi-Fi name', wifiPassword: 'Wi-Fi password', hidden: 'Hidden network', wifiHint: 'Stays in this browser and never shows on the projector. Left empty, no Wi-Fi code is printed.', showPassword: 'Print the password, too',
  card: {
    wifi: 'Join the Wi-Fi', wifiName: 'Name', wifiPassword: 'Password', open: 'No password', join: 'Enter the class', or: 'or type in a browser', stay: 'If the phone says “no internet”, stay connected.', scan: 'Scan with WeChat or the camera, or type in a browser', code: 'Class code',
    steps: ['Join the room’s Wi-Fi. If the phone says “no internet”, stay connected.', 'Scan with WeChat or the camera, or type the address in a browser.', 'Type your name, choose your group, and you are in.'],
    qrWifi: 'QR code of the Wi-Fi', qrJoin: 'QR code to join the class',
  },
}

export const messages = { 'zh-CN': zh, en }
