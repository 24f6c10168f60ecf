export const zh = {
  preflight: {
    button: '课前检查', title: '课前检查', intro: '学员来之前，用一部手机走一遍。每一项都要真的测到才变绿。', scan: '用手机扫这个码（最好用微信扫），让页面开一分钟。', qr: '检查用的二维码：{address}',
    done: '全部正常，可以开门了', left: '还有 {n} 项', phones: '来过的手机', silent: '已断开', none: '还没有手机打开检查页。', device: '{system} · {browser}，{ms} 毫秒',
    system: { ios: 'iPhone / iPad', android: '安卓', windows: 'Windows', mac: 'Mac', other: '其他设备' }, browser: { wechat: '微信', safari: 'Safari', chrome: 'Chrome', other: '其他浏览器' },
    state: { ok: '正常', waiting: '还没测到', bad: '要处理' }, copy: '复制这一行', awake: '别让电脑睡着', awakeHow: '电脑一睡，所有设备就断开，午休也一样；醒来会自己接上，计时停在睡前。接上电源，别合盖，再运行下面这一行（macOS 和 Linux：另开一个终端，开着别关）。', useAddress: '二维码改用 {address}', openProjector: '打开投影窗口', card: '打印入场卡',
    line: {
      projector: '投影窗口已打开', sound: '投影的铃声听得到', disk: '硬盘空间够用', address: '二维码里的网址能用', reached: '手机连得上这台电脑', firewall: '防火墙已放行', isolation: 'Wi-Fi 没有隔离设备', lines: '课堂消息和小组内容收发正常', storage: '手机能保存副本', stays: '手机没有离开这个 Wi-Fi', wechat: '微信里能打开', clock: '电脑的时间准确',
    },
    detail: { disk: '还有 {value}', address: '{value}', lines: '往返 {value} 毫秒', stays: '已连 {value} 秒', clock: '相差约 {value} 分钟' },
    fix: {
      projector: '点下面的按钮打开，把窗口拖到投影屏幕上。', sound: '在投影窗口里点一下鼠标，会响一声；没有声音就看看系统音量，以及声音输出是不是投影仪。', disk: '清理出至少 1 GB，再开课。清空回收站、移走视频通常就够。',
      address: '手机是从另一个网址进来的，把二维码换成它。如果一直没有手机进来，在“显示二维码”里换一个网址再扫；VPN、虚拟机的网址别的设备打不开。',
      reached: '手机和电脑连同一个 Wi-Fi，手机关掉移动数据，再扫一次。还是打不开，依次看下面的防火墙和 Wi-Fi 隔离。',
      firewall: '系统弹过“是否允许访问网络”而点了取消，手机就进不来。Windows：以管理员身份打开 PowerShell，依次运行；macOS 和 Linux：在终端里运行。然后再扫一次。',
      isolation: '酒店和访客 Wi-Fi 常让设备互相看不见，而且改不了。换成自带的路由器，或打开电脑的移动热点让大家连。',
      lines: '网页能开而消息不通，多半是路由器或公司代理拦了 WebSocket。关掉手机上的 VPN 和代理；换一个路由器或热点。', storage: '手机的浏览器开了无痕模式，或空间已满。换成普通窗口，或清理空间；不处理也能上课，只是断线时不能刷新页面。',
      stays: '安卓会离开“无法上网”的 Wi-Fi：看到提示时选“仍然使用”或“保持连接”，并关掉移动数据和“智能切换网络”。iPhone 弹出的登录页不要关闭，点“取消”再选“不使用互联网连接”。', wechat: '请用微信扫上面的码再试一次，学员多半用微信进来。打不开时点“⋯”，选“在浏览器打开”。',
      clock: '电脑和手机的时间对不上。请在系统设置里把时间设为自动，日程和签到都用电脑的时间。',
    },
  },
}

export const en: typeof zh = {
  preflight: {
    button: 'Pre-flight', title: 'Before the room fills', intro: 'Walk through this with one phone. A line turns green only when it was really seen to work.', scan: 'Scan this with a phone, best with WeChat, and leave the page open for a minute.', qr: 'QR code for the check: {address}',
    done: 'All clear. Open the doors', left: 'One line left | {n} lines left', phones: 'Phones that came', silent: 'gone', none: 'No phone has opened the check page yet.', device: '{system} · {browser}, {ms} ms',
    system: { ios: 'iPhone / iPad', android: 'Android', windows: 'Windows', mac: 'Mac', other: 'Another device' }, browser: { wechat: 'WeChat', safari: 'Safari', chrome: 'Chrome', other: 'another browser' },
    state: { ok: 'fine', waiting: 'not seen yet', bad: 'look here' }, copy: 'Copy this line', awake: 'Keep the laptop awake', awakeHow: 'When it sleeps, over lunch too, all devices lose it; they come back by themselves when it wakes, and the timer waits where it was. Plug it in, leave the lid open, and run this line (macOS and Linux: in a terminal of its own that stays open).', useAddress: 'Let the code show {address}', openProjector: 'Open the projector window', card: 'Print join cards',
    line: {
      projector: 'The projector window is open', sound: 'The projector’s bell can be heard', disk: 'There is room on the disk', address: 'The code shows the right address', reached: 'A phone reaches this laptop', firewall: 'The firewall lets phones in', isolation: 'The Wi-Fi does not keep devices apart', lines: 'Messages and the groups’ work get through', storage: 'The phone can keep a copy', stays: 'The phone stays on this Wi-Fi', wechat: 'It works inside WeChat', clock: 'The laptop’s clock is right',
    },
    detail: { disk: '{value} free', address: '{value}', lines: '{value} ms there and back', stays: 'connected for {value} s', clock: 'about {value} min apart' },
    fix: {
      projector: 'Open it with the button below and move the window to the projector’s screen.', sound: 'Click once into the projector window: it rings. If nothing is heard, look at the volume, and whether the sound goes to the projector.', disk: 'Free at least 1 GB before the class. Emptying the bin and moving videos away is usually enough.',
      address: 'A phone came by another address: let the code show that one. If none comes at all, choose another address under “Show the QR code” and scan again. Addresses of VPNs and virtual machines can’t be reached from outside.',
      reached: 'Put phone and laptop on the same Wi-Fi, turn mobile data off on the phone, and scan again. If it still doesn’t open, look at firewall and isolation below.',
      firewall: 'If the system once asked whether to allow network access and “cancel” was pressed, phones are kept out. Windows: open PowerShell as administrator and run these; macOS and Linux: in a terminal. Then scan again.',
      isolation: 'Hotel and guest Wi-Fi often keep devices apart, and that can’t be changed. Bring your own router, or turn on the laptop’s hotspot and have everybody join it.',
      lines: 'Pages open but messages don’t pass: a router or proxy blocks WebSockets. Turn off VPN and proxy on the phone; try another router or a hotspot.', storage: 'The phone’s browser is in a private window, or its storage is full. Use a normal window or free some space. The class works without; only reloading while offline doesn’t.',
      stays: 'Android leaves a Wi-Fi without internet: when it asks, choose to stay connected, and turn off mobile data and “smart network switch”. On iPhone don’t close the sign-in sheet: press Cancel, then “Use without internet”.', wechat: 'Scan the code above with WeChat, too: most people come that way. If it doesn’t open, press “⋯” and open it in the browser.',
      clock: 'Laptop and phone disagree about the time. Set the time to automatic in the system’s settings: schedule and attendance go by the laptop’s clock.',
    },
  },
}
